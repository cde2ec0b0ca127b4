using System.Text.RegularExpressions;
using Bunit;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Web.Shop.Products;

namespace FashionRecs.Web.Tests.Shop.Products;

public class ReasonSentenceTests : BunitContext
{
    private static readonly Share Neck = Of("neckline_design", "V Neckline", TagSource.Reviewed);
    private static readonly Share Sleeves = Of("sleeve_length", "Long Sleeves", TagSource.Predicted);

    [Fact]
    public void Sentence_Reasons_NamesThemAndMarksTheReviewedOnes()
    {
        Assert.Equal("Recommended because of its V-neckline (a person looked) and long sleeves.", Said(new Explanation(2, [Neck, Sleeves], [Neck, Sleeves])));
        Assert.Equal("Recommended because of its long sleeves.", Said(new Explanation(1, [Sleeves], [Sleeves])));
    }

    [Fact]
    public void Sentence_NoReason_SaysWhetherAnythingIsKnown()
    {
        Assert.Equal("Nothing you did says anything about this one yet.", Said(new Explanation(0, [], [])));
        Assert.Equal("No single part of it stands out enough to be named as the reason.", Said(new Explanation(1, [Sleeves], [])));
    }

    private string Said(Explanation why) => Regex.Replace(Regex.Replace(Render<ReasonSentence>(parameters => parameters.Add(sentence => sentence.Why, why)).Markup, "<[^>]*>", ""), "\\s+", " ").Trim();

    private static Share Of(string attribute, string value, TagSource source) => new(AttributeVocabularyFile.Default.TryFind(attribute, value)!, 1, 1, 1, null, 0, source);
}
