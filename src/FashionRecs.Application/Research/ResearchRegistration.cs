using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Settings;
using FashionRecs.Experiments.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FashionRecs.Application.Research;

/// <summary>Registers what runs experiments and reads their results.</summary>
internal static class ResearchRegistration
{
    public static IServiceCollection AddResearchUseCases(this IServiceCollection services) =>
        services.AddSettings<CalendarOptions>("Calendar").AddSingleton<IValidateOptions<CalendarOptions>, CalendarValidator>()
            .AddSingleton<ExperimentActions>().AddSingleton<RunningExperiments>().AddSingleton<ExperimentReader>()
            .AddSingleton<ExperimentOverlaps>().AddSingleton<LabVisits>().AddSingleton<LabReader>()
            .AddSingleton<InterleavingReader>();
}
