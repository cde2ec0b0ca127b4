using System.Globalization;

namespace FashionRecs.Application.Settings;

/// <summary>Settings that are numbers.</summary>
public static class SettingNumbers
{
    /// <summary>Name of the share in [0, 1] of products that a second person looks at.</summary>
    public const string SecondAnnotationShare = "reviews.second-opinion-share";

    /// <summary>Name of the share in [0, 1] of what people are shown that tests them.</summary>
    public const string TestItemShare = "reviews.test-item-share";

    /// <summary>A number, or 0 where nobody set it.</summary>
    public static async Task<double> NumberAsync(this ISettingStore settings, string name, CancellationToken cancellation = default) =>
        double.TryParse(await settings.TryGetAsync(name, cancellation), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : 0;
}
