using FashionRecs.Application.Shop;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

/// <summary>Whoever combines only what is offered never comes to nothing, and finds as much as was said before.</summary>
public sealed class NoDeadEndTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Browse_AnyWalkThroughWhatIsOffered_FindsWhatWasCounted(int seed)
    {
        var random = new Random(seed);
        var values = TestShop.Vocabulary.Attributes.Select(attribute => attribute.VisibleValues.ToArray()).ToArray();
        for (var product = 0; product < 40; product++)
        {
            var shown = values.Where(_ => random.Next(3) == 0).Select(own => own[random.Next(own.Length)]).ToArray();
            await shop.AddAsync($"p{product}", shown);
        }

        var now = await shop.Shop.OpenAsync(Guid.NewGuid());
        for (var walk = 0; walk < 50; walk++)
        {
            var query = new CatalogQuery { TakesNearestPrices = true };
            for (var step = 0; step < 6; step++)
            {
                var page = now.Browse(query);
                Assert.NotEqual(0, page.Total);
                var offers = page.Values.Where(value => value.Value > 0 && query.Values.All(own => own.Attribute != value.Key.Attribute)
                        && query.Families.All(own => own.Attribute != value.Key.Attribute))
                    .Select(value => (Query: query with { Values = [.. query.Values, value.Key] }, value.Value))
                    .Concat(page.Families.Where(family => family.Value > 0
                            && query.Values.All(own => own.Attribute != family.Key.Attribute)
                            && query.Families.All(own => own.Attribute != family.Key.Attribute))
                        .Select(family => (Query: query with { Families = [.. query.Families, family.Key] }, family.Value)))
                    .ToArray();
                if (offers.Length == 0)
                {
                    break;
                }

                var (next, count) = offers[random.Next(offers.Length)];
                Assert.Equal(count, now.Browse(next).Total);
                query = next;
            }
        }
    }

    [Fact]
    public async Task Browse_PriceThatNothingHas_FindsTheNearestWhereTheyAreTaken()
    {
        await shop.AddAsync("a", []);
        var now = await shop.Shop.OpenAsync(Guid.NewGuid());

        var page = now.Browse(new CatalogQuery { PriceFrom = 20, PriceTo = 30, TakesNearestPrices = true });

        Assert.Equal((1, new PriceStep(20, 30)), (page.Total, page.MissedPrice!));
        Assert.Null(page.Query.Price);
        Assert.Equal(0, now.Browse(new CatalogQuery { Types = ["Cape"], PriceFrom = 20, TakesNearestPrices = true }).Total);
    }
}
