using FashionRecs.Web.Shop;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Tests.Shop;

/// <summary>The shop's texts outside of a shop.</summary>
internal static class EnglishTexts
{
    public static IStringLocalizer Localizer { get; } =
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)
            .Create(typeof(ShopTexts));
}
