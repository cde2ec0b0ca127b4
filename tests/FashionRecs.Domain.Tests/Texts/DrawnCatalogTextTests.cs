using System.Text.Json;

namespace FashionRecs.Domain.Tests.Texts;

/// <summary>The shipped catalog says of its drawings what is true; what is read from its words must be.</summary>
public class DrawnCatalogTextTests
{
    [Fact]
    public void DrawnCatalog_EveryReading_IsTrue()
    {
        var (read, visible) = (0, 0);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seed", "catalog", "products.jsonl")))
        {
            var product = JsonDocument.Parse(line).RootElement;
            var truth = product.GetProperty("values");
            visible += truth.EnumerateObject().Count(pair => pair.Value.GetString() != "Invisible");
            foreach (var reading in Said.Reader.Read(Text(product, "name"), Text(product, "type"), Text(product, "description")))
            {
                read++;
                Assert.Contains(Text(truth, reading.Attribute.Code), reading.Values.Select(value => value.Code));
            }
        }

        Assert.InRange(read, (int)(visible * .95), visible);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
