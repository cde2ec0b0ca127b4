using FashionRecs.Application.Review.Export;
using FashionRecs.Application.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Jobs;

/// <summary>Registers work behind the pages. Whoever runs it adds an <see cref="IJobLog"/> and a projector of pictures.</summary>
internal static class JobsRegistration
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSettings<JobOptions>("Jobs");
        services.AddSingleton<JobWorker>();
        services.AddSingleton<IJobKind, CatalogImportJob>();
        services.AddSingleton<IJobKind, ReadPicturesJob>();
        services.AddSingleton<IJobKind, CheckRegionsJob>();
        services.AddSingleton<IJobKind, LearnFromReviewsJob>();
        services.AddSingleton<IJobKind, LearnFromShoppersJob>();
        services.AddSettings<ExportOptions>("Exports");
        services.AddSingleton<ExportShelf>();
        services.AddSingleton<IJobKind, ExportJob>();
        services.AddSingleton<IJobKind, RetentionJob>();
        services.AddSingleton<IJobKind, RewritingJob>();
    }
}
