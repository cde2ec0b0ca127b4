using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Tests.Languages;

public class SentenceWordsTests
{
    private static readonly Share Neck = Of("neckline_design", "V Neckline");
    private static readonly Share Sleeves = Of("sleeve_length", "Long Sleeves");
    private static readonly Share Skirt = Of("skirt_length", "Short Length");
    private static readonly CatalogItem Item = new(AttributeVocabularyFile.Default,
        new Product { Id = "p", Name = "Linen trousers", Picture = "p", PictureWidth = 3, PictureHeight = 4 }, null, []);

    private static readonly EvidenceContribution Beside = new("others", "What others choose", [])
    {
        Reason = new EvidenceReason("often bought with", "often chosen with", Item), Whereabouts = "in your bag",
    };

    [Theory]
    [InlineData("en", "because of its V-neckline and long sleeves")]
    [InlineData("de", "wegen des V-Ausschnitts und der langen Ärmel")]
    [InlineData("zh", "因为它的V领和长袖")]
    public void Reasons_OnACard_AreGrammatical(string language, string said) =>
        Assert.Equal(said, Said(language, ExplanationPlace.Card, Neck, Sleeves));

    [Theory]
    [InlineData("en", "Recommended because of its short skirt, V-neckline and long sleeves.")]
    [InlineData("de", "Empfohlen wegen des kurzen Rocks, des V-Ausschnitts und der langen Ärmel.")]
    [InlineData("zh", "推荐给你，因为它的短裙摆、V领和长袖。")]
    public void Reasons_OnAProductsPage_AreASentence(string language, string said) =>
        Assert.Equal(said, Said(language, ExplanationPlace.ProductPage, Skirt, Neck, Sleeves));

    [Theory]
    [InlineData("en", "Recommended: often chosen with the Linen trousers in your bag, and because of its V-neckline.")]
    [InlineData("de", "Empfohlen: oft zusammen gewählt mit Linen trousers (in deinem Warenkorb), und wegen des V-Ausschnitts.")]
    [InlineData("zh", "推荐理由：常与 Linen trousers（在你的购物袋里） 一起被选，也因为它的V领。")]
    public void OtherEvidence_BesideAValue_IsSaidFirst(string language, string said) =>
        Assert.Equal(said, Said(language, ExplanationPlace.ProductPage, Beside, Neck));

    [Theory]
    [InlineData("{0} shoppers chose it", 12, "12 Leute haben es gewählt")]
    [InlineData("chosen by {0} shoppers who chose this one", 3, "von 3 Leuten gewählt, die auch dieses Stück gewählt haben")]
    public void OtherEvidence_WithANumber_SaysIt(string template, int count, string said)
    {
        var evidence = Beside with { Reason = new EvidenceReason("popularity", template, null) { Count = count } };

        Assert.Equal(said, Said("de", ExplanationPlace.Card, evidence));
    }

    [Fact]
    public void OtherEvidence_WithAValue_SaysItInTheDative()
    {
        var evidence = Beside with { Reason = new EvidenceReason("neckline_design", "its {0} goes with", Item) { Value = Skirt.Value } };

        Assert.Equal("mit kurzem Rock passend zu Linen trousers (in deinem Warenkorb)", Said("de", ExplanationPlace.Card, evidence));
    }

    /// <summary>English is composed from the same templates, and comes out as researchers and programs read it.</summary>
    [Theory]
    [InlineData(ExplanationPlace.Card)]
    [InlineData(ExplanationPlace.ProductPage)]
    public void Sentence_InEnglish_IsTheOneThatWasComposed(ExplanationPlace place)
    {
        Contribution[][] reasons = [[Neck], [Neck, Sleeves], [Beside], [Beside, Beside], [Beside, Neck], [Beside, Neck, Sleeves]];
        foreach (var sentence in reasons.SelectMany(all => new[] { false, true }, (all, contrast) => Sentence(place, contrast, all)))
        {
            Assert.Equal(sentence.ToString(), SentenceWords.Said(sentence, SpokenTexts.In("en")));
        }
    }

    [Fact]
    public void Parts_OfASentence_NameItsReasonsInOrder()
    {
        var parts = SentenceWords.Of(Sentence(ExplanationPlace.Card, false, Neck, Sleeves), SpokenTexts.In("de"));

        Assert.Equal(["neckline_design: V Neckline", "sleeve_length: Long Sleeves"],
            parts.Select(part => part.Reason?.Code).OfType<string>());
    }

    private static string Said(string language, ExplanationPlace place, params Contribution[] reasons) =>
        SentenceWords.Said(Sentence(place, false, reasons), SpokenTexts.In(language));

    private static ExplanationSentence Sentence(ExplanationPlace place, bool contrast, params Contribution[] reasons) =>
        ExplanationSentence.Because([.. reasons.Select(reason => reason is Share share ? ExplainedReason.From(share)
            : ExplainedReason.From((EvidenceContribution)reason))], place, contrast);

    private static Share Of(string attribute, string value) =>
        new(AttributeVocabularyFile.Default.TryFind(attribute, value)!, 1, 1, 1, null, TagSource.Predicted);
}
