using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Storage.Research;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Research;

/// <summary>Registers the stores of experiments.</summary>
internal static class ExperimentsRegistration
{
    public static IServiceCollection AddExperiments(this IServiceCollection services) =>
        services.AddSingleton<ExperimentActions>().AddSingleton<ExperimentStore>().AddSingleton<ExposureStore>()
            .AddSingleton<RunningExperiments>().AddSingleton<ExperimentReader>();
}
