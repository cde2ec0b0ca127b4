using FashionRecs.Experiments.Lifecycle;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Experiments;

/// <summary>Registers the stores of experiments.</summary>
internal static class ExperimentsRegistration
{
    public static IServiceCollection AddExperiments(this IServiceCollection services) =>
        services.AddSingleton<ExperimentActions>().AddSingleton<ExperimentStore>().AddSingleton<ExposureStore>()
            .AddSingleton<RunningExperiments>().AddSingleton<ExperimentReader>();
}
