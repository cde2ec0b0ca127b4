using FashionRecs.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Feeds;

/// <summary>Registers what fetches lists of products from addresses.</summary>
internal static class FeedsRegistration
{
    public static void AddFeeds(this IServiceCollection services) =>
        services.AddSingleton<FeedSchedule>().AddSingleton<FeedFetch>().AddSingleton<PicturesAtAddresses>()
            .AddSingleton<IJobKind, FeedJob>();
}
