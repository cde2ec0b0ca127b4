using FashionRecs.Experiments.Lifecycle;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Research;

/// <summary>Registers what runs experiments and reads their results.</summary>
internal static class ResearchRegistration
{
    public static IServiceCollection AddResearchUseCases(this IServiceCollection services) =>
        services.AddSingleton<ExperimentActions>().AddSingleton<RunningExperiments>().AddSingleton<ExperimentReader>();
}
