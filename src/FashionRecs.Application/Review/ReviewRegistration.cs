using FashionRecs.Application.Review.Bulk;
using FashionRecs.Application.Review.Dashboard;
using FashionRecs.Application.Review.Grid;
using FashionRecs.Application.Review.Learning;
using FashionRecs.Application.Review.Quality;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Reviews.Queue;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Review;

/// <summary>Registers what people say of tags.</summary>
internal static class ReviewRegistration
{
    public static void AddReview(this IServiceCollection services)
    {
        services.AddSettings<QueueOptions>("Queue");
        services.AddSingleton<ReviewBookCache>();
        services.AddSingleton<TagHistory>();
        services.AddSingleton<QueueBoardCache>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton<BulkEdit>();
        services.AddSingleton<RegionGrid>();
        services.AddSingleton<ReviewDashboard>();
        services.AddSingleton<CorrectedRegions>();
        services.AddSingleton<ReviewQuality>();
        services.AddSingleton<LearnableReviews>();
        services.AddSingleton<LearningNotes>();
    }
}
