using System.Text.RegularExpressions;
using Bunit;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Shop.Products;

namespace FashionRecs.Web.Tests.Shop.Products;

public class ReasonSentenceTests : ShopComponents
{
    private static readonly Share Neck = Of("neckline_design", "V Neckline", TagSource.Reviewed);
    private static readonly Share Sleeves = Of("sleeve_length", "Long Sleeves", TagSource.Predicted);

    private static readonly CatalogItem Item = new(
        AttributeVocabularyFile.Default, new Product { Id = "p", Name = "Dress", Picture = "p", PictureWidth = 3, PictureHeight = 4 }, null,
        []);

    [Fact]
    public void Sentence_Reasons_NamesThemAndMarksTheReviewedOnes()
    {
        Assert.Equal("Recommended because of its V-neckline (a person looked) and long sleeves.",
            Said(new Explanation(2, [Neck, Sleeves], [Neck, Sleeves])));
        Assert.Equal("Recommended because of its long sleeves.", Said(new Explanation(1, [Sleeves], [Sleeves])));
    }

    [Fact]
    public void Sentence_NoReason_SaysWhetherAnythingIsKnown()
    {
        Assert.Equal("We don't know yet whether it is to your taste.", Said(new Explanation(0, [], [])));
        Assert.Equal("A good overall match – no single part of it is the reason.", Said(new Explanation(1, [Sleeves], [])));
    }

    /// <summary>The arm of an experiment says it as the shop does, ticks and all.</summary>
    [Fact]
    public void Sentence_ViewOfAnArm_IsTheShopsOwn()
    {
        var why = new Explanation(2, [Neck, Sleeves], [Neck, Sleeves]);

        Assert.Equal(Said(why), Said(why, new WordsOnly()));
    }

    private string Said(Explanation why, ExplanationView? view = null)
    {
        var composed = (view ?? new AsTheShop()).Compose(new(Item, why, ExplanationPlace.ProductPage));
        var markup = Render<ReasonSentence>(parameters => parameters.Add(sentence => sentence.Sentence, composed.Sentence)).Markup;
        return Regex.Replace(Regex.Replace(markup, "<[^>]*>", ""), "\\s+", " ").Trim();
    }

    private static Share Of(string attribute, string value, TagSource source) =>
        new(AttributeVocabularyFile.Default.TryFind(attribute, value)!, 1, 1, 1, null, source);
}
