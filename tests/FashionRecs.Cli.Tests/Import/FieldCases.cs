using static FashionRecs.Cli.Tests.Import.Expected;

namespace FashionRecs.Cli.Tests.Import;

/// <summary>What is right for files that shops had trouble with elsewhere.</summary>
internal static class FieldCases
{
    /// <summary>Cases that are handed in to an import.</summary>
    public static IReadOnlyList<FieldCase> Imports { get; } =
    [
        new("01-tall-picture", ["tall-800x20000.png"], Taken("tall-800x20000")),
        new("02-same-name-other-folder", ["a.zip", "l.csv"],
            Refused("W1", "there is no image 'summer/1.jpg'"), Taken("W2", "Winter one", 10)),
        new("04-jpeg-half-with-end", ["half-with-eoi.jpg"], Refused("half-with-eoi", "damaged")),
        new("06-png-damaged-preview", ["l.csv", "png-bad-crc.png", "png-half-idat.png"],
            Refused("A", "damaged"), Refused("B", "damaged")),
        new("08-html-description", ["a.jpg", "l.csv"],
            Taken("H1", "Café dress & belt", 10) with { Description = "Soft cotton & silk. Machine wash." }),
        new("09-price-three-decimals", ["a.jpg", "l.csv"],
            Refused("P6", "'1e3'"), Refused("P7", "'1.299' can mean 1299 or 1 and a fraction"), Refused("P8", "'1e27'"),
            Refused("P9", "'0.999'")),
        new("11-dot-ids", ["a.jpg", "l.csv"],
            Refused("..", "its page could not be opened"), Refused("%2F", "its page could not be opened"),
            Refused(".", "its page could not be opened")),
        new("12-unbroken-name", ["a.jpg", "l.csv"],
            Refused("LN2", "the name is longer than 200 letters"), Refused("LN1", "the name is longer than 200 letters")),
        new("12-unbroken-name", ["IMG_20260714_183022_HDR_edited_final_v2.jpg"],
            Taken("IMG_20260714_183022_HDR_edited_final_v2", "IMG_20260714_183022_HDR_edited_final_v2")),
        new("14-letter-case", ["a.zip", "l.csv"], Taken("C1", "Upper", 10), Taken("C2", "lower", 10)),
        new("15-feed-headers", ["a.jpg", "case-space.csv"], Taken("K1", "Case")),
        new("15-feed-headers", ["a.jpg", "semicolon.csv"], Taken("S1", "Semi", 19.99m)),
        new("15-feed-headers", ["a.jpg", "feed.txt"], Taken("1", "A", 19.99m)),
        new("15-feed-headers", ["a.jpg", "shopify.csv"],
            Refused("red-dress", "there is no image 'https://cdn.example.org/files/red.jpg?v=1'"),
            Refused("a.jpg", "the list does not name it")),
        new("16-empty-name", ["a.jpg", "l.csv"], Refused("EN1", "the name is empty")),
        new("18-image-column-twice", ["a.jpg", "b.jpg", "l.csv"],
            Refused("a", "the list cannot be used"), Refused("b", "the list cannot be used"),
            Refused("l", "the column 'image' stands twice")),
        new("23-picture-of-nothing", ["anim-blank-first.webp"], Refused("anim-blank-first", "The picture moves")),
        new("23-picture-of-nothing", ["banner.png"], Flagged("banner")),
        new("23-picture-of-nothing", ["blank-transparent.png"], Flagged("blank-transparent")),
        new("23-picture-of-nothing", ["one-pixel.png"], Flagged("one-pixel")),
        new("23-picture-of-nothing", ["placeholder.png"], Flagged("placeholder")),
        new("23-picture-of-nothing", ["sizechart.png"], Flagged("sizechart")),
        new("23-picture-of-nothing", ["white.png"], Flagged("white")),
    ];

    /// <summary>Files that no import reads: clicks, which <c>ClickEndpointTests</c> of the web posts.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["20-click-nulls/no-kind.json", "20-click-nulls/passed-null.json"];
}
