using System.Globalization;

namespace FashionRecs.Storage.Sqlite.Migrations;

/// <summary>
/// The vocabulary <c>fashionai-garments 1</c> as it was when places in it were still stored; needed for as long as files from then are
/// opened, and never changed.
/// </summary>
internal static class FirstVocabulary
{
    /// <summary>Its name.</summary>
    public const string Name = "fashionai-garments";

    /// <summary>Its version.</summary>
    public const int Version = 1;

    /// <summary>
    /// Makes the table <c>temp.FirstVocabulary</c> of its values: the place among all of them, the attribute, the place within it, and the
    /// code. Drop it in the end.
    /// </summary>
    public static string Table => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         CREATE TEMP TABLE "FirstVocabulary" (
             "Place" INTEGER PRIMARY KEY, "Attribute" TEXT NOT NULL, "Position" INTEGER NOT NULL, "Code" TEXT NOT NULL);
         INSERT INTO temp."FirstVocabulary" ("Place", "Attribute", "Position", "Code") VALUES {string.Join(", ", Rows)};
         """);

    /// <summary>Bytes that a product's readings had: a number per value, and the box of each attribute with its share.</summary>
    public static int ReadingsLength => (4 * Attributes.Sum(attribute => attribute.Values.Length)) + (20 * Attributes.Length);

    /// <summary>The bytes, in hexadecimal, that readings begin with since they say which codes they are about.</summary>
    public static string ReadingsHead
    {
        get
        {
            using var stream = new MemoryStream();
            using var writer = new BinaryWriter(stream);
            writer.Write(0x32525246);
            writer.Write(Name);
            writer.Write(Version);
            writer.Write(Attributes.Length);
            foreach (var (attribute, values) in Attributes)
            {
                writer.Write(attribute);
                writer.Write(values.Length);
                foreach (var value in values)
                {
                    writer.Write(value);
                }
            }

            return Convert.ToHexString(stream.ToArray());
        }
    }

    private static readonly (string Attribute, string[] Values)[] Attributes =
    [
        ("skirt_length", ["Invisible", "Short Length", "Knee Length", "Midi Length", "Ankle Length", "Floor Length"]),
        ("coat_length",
            ["Invisible", "High Waist Length", "Regular Length", "Long Length", "Micro Length", "Knee Length", "Midi Length",
            "Ankle&Floor Length"]),
        ("collar_design", ["Invisible", "Shirt Collar", "Peter Pan", "Puritan Collar", "Rib Collar"]),
        ("lapel_design", ["Invisible", "Notched", "Collarless", "Shawl Collar", "Plus Size Shawl"]),
        ("neck_design", ["Invisible", "Turtle Neck", "Ruffle Semi-High Collar", "Low Turtle Neck", "Draped Collar"]),
        ("neckline_design",
            ["Invisible", "Strapless Neck", "Deep V Neckline", "Straight Neck", "V Neckline", "Square Neckline", "Off Shoulder",
            "Round Neckline", "Sweat Heart Neck", "One Shoulder Neckline"]),
        ("pant_length", ["Invisible", "Short Pant", "Mid Length", "3/4 Length", "Cropped Pant", "Full Length"]),
        ("sleeve_length",
            ["Invisible", "Sleeveless", "Cup Sleeves", "Short Sleeves", "Elbow Sleeves", "3/4 Sleeves", "Wrist Length", "Long Sleeves",
            "Extra Long Sleeves"]),
    ];

    private static IEnumerable<string> Rows => Attributes
        .SelectMany(attribute => attribute.Values.Select((value, position) => (attribute.Attribute, Position: position, Value: value)))
        .Select((value, place) =>
            string.Create(CultureInfo.InvariantCulture, $"({place}, '{value.Attribute}', {value.Position}, '{value.Value}')"));
}
