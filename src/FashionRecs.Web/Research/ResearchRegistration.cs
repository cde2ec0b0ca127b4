using FashionRecs.Application.Research;
using FashionRecs.Application.Settings;
using FashionRecs.Web.Research.Design;
using FashionRecs.Web.Research.Experiments;
using FashionRecs.Web.Research.Export;

namespace FashionRecs.Web.Research;

/// <summary>Registers the researchers' pages.</summary>
public static class ResearchRegistration
{
    public static IServiceCollection AddResearch(this IServiceCollection services) =>
        services.AddSettings<ResearchOptions>("Research").AddSingleton<ExperimentChanges>().AddSingleton<PastExperiments>()
            .AddScoped<KeptDesigns>();

    public static void MapResearch(this IEndpointRouteBuilder routes) => routes.MapExports();
}
