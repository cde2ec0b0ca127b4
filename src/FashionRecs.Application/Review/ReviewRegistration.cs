using FashionRecs.Application.Review.Bulk;
using FashionRecs.Application.Review.Dashboard;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Reviews.Queue;
using FashionRecs.Storage.Review;
using FashionRecs.Storage.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Application.Review;

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
