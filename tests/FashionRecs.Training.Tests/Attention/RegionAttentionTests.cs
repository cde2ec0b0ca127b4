using FashionRecs.Tests;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Attention;

namespace FashionRecs.Training.Tests.Attention;

public sealed class RegionAttentionTests : IDisposable
{
    private const int Products = 24;
    private readonly PurchaseHistory history = new(List(), [.. Purchases()]);
    private readonly RegionAttention model;

    public RegionAttentionTests()
    {
        model = new RegionAttention("region attention", List(), Looks(), [],
            new RegionAttentionOptions { Batch = 64, Others = 12, Epochs = 60, Size = 8, Hidden = 4, Rate = 0.02 });
        model.Fit(history);
    }

    [Fact]
    public void Score_CustomersBuyOneLook_ItsProductsComeFirst()
    {
        var scores = new float[Products];
        model.Score(history.Customers[0], scores);
        var own = history.Customers[0].Items[0] % 2;

        Assert.True(Mean(item => item % 2 == own) > Mean(item => item % 2 != own) + 0.5, string.Join(' ', scores));

        float Mean(Func<int, bool> which) => Enumerable.Range(0, Products).Where(which).Average(item => scores[item]);
    }

    [Fact]
    public void Shares_OfAnyProduct_AddUpToTheScore()
    {
        var scores = new float[Products];
        model.Score(history.Customers[1], scores);

        var shares = model.Shares(history.Customers[1]);

        Assert.Equal(model.ShareNames.Count, shares.Length);
        Assert.All(Enumerable.Range(0, Products), item => Assert.Equal(scores[item], shares.Sum(share => share[item]), 4));
    }

    [Fact]
    public void Shares_RegionNotShown_AddsNothing() =>
        Assert.Equal(0, model.Shares(history.Customers[1])[model.ShareNames.ToList().IndexOf("sleeve_length")][3]);

    [Fact]
    public void Score_UnknownCustomer_IsWhatEverybodyWants()
    {
        var scores = new float[Products];
        model.Score(CustomerHistory.Empty, scores);

        Assert.Equal(model.Shares(CustomerHistory.Empty)[^1], scores);
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    private static ShopProducts List() => new([.. Enumerable.Range(0, Products).Select(item =>
        new ListedProduct($"{item}", $"{item}.jpg", "Name", "Type", "Group", "Section", "Colour", "Pattern", 10, ""))]);

    /// <summary>Customers buy products with even numbers, or with odd ones.</summary>
    private static IEnumerable<Purchase> Purchases() =>
        from customer in Enumerable.Range(0, 60)
        from step in Enumerable.Range(0, 4)
        select new Purchase(new DateOnly(2020, 9, 16), $"{customer}",
            (customer % 2) + (2 * (((customer * 5) + (step * 3)) % (Products / 2))));

    /// <summary>The neckline's region tells even from odd; product 3 shows no sleeve.</summary>
    private static PictureFeatureTable Looks()
    {
        float[] Vector(int place) => [.. Enumerable.Range(0, PictureFeatureTable.Size).Select(number => number == place ? 1f : 0)];
        return new PictureFeatureTable(
            [.. Enumerable.Range(0, Products).Select(item => Vector(item % 5))],
            new Dictionary<string, float[]?[]>
            {
                ["neckline_design"] = [.. Enumerable.Range(0, Products).Select(item => Vector(item % 2))],
                ["sleeve_length"] = [.. Enumerable.Range(0, Products).Select(item => item == 3 ? null : Vector(item % 3))],
            });
    }
}
