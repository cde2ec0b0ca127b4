using FashionRecs.Domain.Reviews.Queue;
using FashionRecs.Storage.Reviews.Bulk;
using FashionRecs.Storage.Reviews.Dashboard;
using FashionRecs.Storage.Reviews.Queue;
using FashionRecs.Storage.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Storage.Reviews;

/// <summary>Registers what people say of tags.</summary>
internal static class ReviewsRegistration
{
    public static void AddReviews(this IServiceCollection services)
    {
        services.AddSingleton<SettingStore>();
        services.AddSingleton<ReviewStore>();
        services.AddSingleton<ReviewBookCache>();
        services.AddSingleton<TagHistory>();
        services.AddSingleton<ProductOpinions>();
        services.AddSingleton<RegionCheckStore>();
        services.TryAddSingleton(new QueueOptions());
        services.AddSingleton<QueueBoardCache>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton<BulkEdit>();
        services.AddSingleton<ReviewDashboard>();
        services.AddSingleton<CorrectedRegions>();
    }
}
