using System.Net.Http.Json;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Shop.Home;
using FashionRecs.Web.Tests.Shop.Arms;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Home;

public class CardNoteTests
{
    private const string Unread = "something new to you";

    private static readonly string[] Notes = [Unread, "something different", "similar to what you liked", "a good overall match"];

    private static readonly Product Scarf =
        new() { Id = "scarf", Name = "Scarf", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 };
    private static readonly CatalogItem Item = new(AttributeVocabularyFile.Default, Scarf, null, []);

    [Theory]
    [InlineData(true, true, false, "something different, to learn your taste")]
    [InlineData(false, false, false, "a random pick – we don't know your taste yet")]
    [InlineData(false, true, true, "similar to what you liked")]
    [InlineData(false, true, false, Unread)]
    public void Of_CardWithoutAReason_SaysWhatItIs(bool explored, bool known, bool near, string note)
    {
        var pick = new RecommendedCard(Item, new Explanation(0, [], []), 0, explored);

        Assert.Equal(note, CardNote.Of(pick, new HomeShelf(null, near ? Item : null, [pick]), known, EnglishTexts.Localizer));
    }

    [Fact]
    public async Task Home_NewShopper_SaysThatItIsDrawnByChance()
    {
        await using var shop = new EmptyShop();
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(Scarf, null);

        var page = System.Net.WebUtility.HtmlDecode(await shop.CreateClient().GetStringAsync("/"));

        Assert.Contains("We don't know your taste yet, so these are random picks.", page);
        Assert.Contains("a random pick – we don't know your taste yet", page);
    }

    [Fact]
    public async Task Home_ArmOfAnExperiment_AddsNoWordsOfItsOwn()
    {
        await using var shop = await ArmShop.OpenAsync(new BoxWithWords(), new NoExplanation());
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(Scarf, null);
        foreach (var arm in new[] { "control", "treatment" })
        {
            var shopper = await shop.ShopperInAsync(arm);
            var page = await shopper.GetStringAsync("/");
            Assert.Contains("Scarf", page);
            Assert.DoesNotContain(Notes, note => page.Contains(note, StringComparison.Ordinal));
        }

        await shop.StopAsync();
        Assert.Contains("a random pick", await shop.CreateClient().GetStringAsync("/"));
    }
}
