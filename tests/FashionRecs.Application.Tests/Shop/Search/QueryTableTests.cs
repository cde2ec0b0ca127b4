using FashionRecs.Application.Seeding;
using FashionRecs.Application.Shop;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop.Search;

/// <summary>
/// Two hundred searches as shops get them, on the drawn catalog. A search succeeds when everything that must be true is true of each of its
/// first five results, or of as many as there can be.
/// </summary>
public sealed class QueryTableTests(QueryTableTests.SeedShop seed, ITestOutputHelper output) : IClassFixture<QueryTableTests.SeedShop>
{
    private const int First = 5;
    private const double Least = .95;

    [Theory]
    [InlineData("A", 140)]
    [InlineData("B", 60)]
    public async Task Browse_QueriesOfShoppers_FirstResultsAreRight(string part, int count)
    {
        var shop = await seed.Shop.Shop.OpenAsync(Guid.NewGuid());
        SearchQuery[] queries = [.. SearchQuery.Read().Where(query => query.Part == part)];
        Assert.Equal(count, queries.Length);
        var failed = 0;
        foreach (var query in queries)
        {
            var page = shop.Browse(new CatalogQuery { Words = query.Words, Take = First });
            var possible = Math.Min(First, shop.Catalog.Items.Count(query.IsMetBy));
            Assert.True(possible > 0, $"No drawing is what '{query.Words}' asks for.");
            if (page.Items.Take(possible).Count(query.IsMetBy) < possible)
            {
                failed++;
                var found = page.Items.Select(item => $"{item.Product.Name}, {item.Product.Colour}, {item.Product.Price}");
                output.WriteLine($"{query.Words}: must {query.Must}; found {string.Join(" | ", found)}; left out {string.Join(", ", page.LeftOut)}");
            }
        }

        var success = 1 - ((double)failed / count);
        output.WriteLine($"success@{First} of part {part}: {success:0.000} ({count - failed} of {count})");
        Assert.True(success >= Least, $"success@{First} is {success:0.000}.");
    }

    public sealed class SeedShop : IAsyncLifetime
    {
        internal TestShop Shop { get; } = new();

        public async ValueTask InitializeAsync() => await Shop.Get<SeedCatalog>().LoadAsync();

        public ValueTask DisposeAsync()
        {
            Shop.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
