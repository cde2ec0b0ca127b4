using System.Text.Json;
using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

/// <summary>What holds of every view, one that is added tomorrow among them.</summary>
public class ExplanationViewsTests
{
    public static TheoryData<string> Codes => [.. ExplanationViews.All.Select(view => view.Code)];

    [Theory]
    [InlineData("none", typeof(NoExplanation))]
    [InlineData("words", typeof(WordsOnly))]
    [InlineData("box", typeof(BoxOnly))]
    [InlineData("map", typeof(MapOnly))]
    [InlineData("boxWithWords", typeof(BoxWithWords))]
    [InlineData("boxWithWordsAndShares", typeof(BoxWithWordsAndContributions))]
    [InlineData("contrast", typeof(Contrast))]
    [InlineData("placebo", typeof(Placebo))]
    [InlineData("placeboWords", typeof(PlaceboWords))]
    [InlineData("asTheShop", typeof(AsTheShop))]
    public void Json_StoredCode_OpensAsItsViewAndIsWrittenAgain(string stored, Type view)
    {
        var read = JsonSerializer.Deserialize<ExplanationView>($"\"{stored}\"");

        Assert.IsType(view, read);
        Assert.Equal($"\"{stored}\"", JsonSerializer.Serialize(read));
    }

    [Theory]
    [InlineData("\"hologram\"", "There is no explanation view 'hologram'")]
    [InlineData("4", "There is no explanation view ''")]
    public void Json_UnknownView_IsAnErrorThatNamesIt(string stored, string says) =>
        Assert.StartsWith(says, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ExplanationView>(stored)).Message);

    [Fact]
    public void Find_UnknownCode_NamesItAndThoseThatThereAre() => Assert.Equal(
        $"There is no explanation view 'hologram', only {string.Join(", ", ExplanationViews.All)}.",
        Assert.Throws<InvalidDataException>(() => ExplanationViews.Find("hologram")).Message);

    [Fact]
    public void All_Views_AreSealedAndToldApart()
    {
        Assert.Equal(ExplanationViews.All.Count, Codes.Distinct().Count());
        Assert.Equal(ExplanationViews.All.Count, ExplanationViews.All.Select(view => view.Name).Distinct().Count());
        Assert.All(ExplanationViews.All, view => Assert.True(view.GetType().IsSealed, $"{view} is not sealed"));
        Assert.All(ExplanationViews.All, view => Assert.Matches("^[A-Z].*[.]$", view.Description));
        Assert.All(ExplanationViews.All, view => Assert.Matches("^[A-Z]", view.Name));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Compose_AnyView_HasWordsWhereItSaysSo(string code)
    {
        var view = ExplanationViews.Find(code);
        foreach (var place in Enum.GetValues<ExplanationPlace>())
        {
            Assert.Equal(view.HasWords, view.Compose(Subjects.Two(place)).Sentence is not null);
        }

        var page = view.Compose(Subjects.Two(ExplanationPlace.ProductPage));
        Assert.Equal(page.Sentence is not null || page.Contributions.Count > 0, page.Heading is not null);
        Assert.True(view.HasWords || !view.SaysWhy, $"{view} says why without words");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Compose_AnyView_WordsRegionsAndMapSpeakOfItsReasons(string code)
    {
        var composed = ExplanationViews.Find(code).Compose(Subjects.Two());

        Assert.Subset(composed.Reasons.ToHashSet(), composed.Marked.ToHashSet());
        Assert.Subset(composed.Reasons.ToHashSet(), (composed.Sentence?.Reasons ?? []).ToHashSet());
        Assert.True(composed.Map is null || composed.Reasons.Contains(composed.Map));
        Assert.Equal(composed.Reasons.Count, composed.Reasons.Select(reason => reason.Key).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Compose_NoReason_NoViewNamesMarksOrMapsOne(string code)
    {
        var view = ExplanationViews.Find(code);

        var composed = view.Compose(Subjects.NoReason());

        Assert.Equal(new ComposedExplanation(view) { AllowsNote = composed.AllowsNote }, composed);
    }

    /// <summary>What counts beside the picture has no region, so that only the views in the shop's own words say it.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void Compose_NothingButOtherEvidence_IsSaidInWordsByTheViewsThatSayIt(string code)
    {
        var view = ExplanationViews.Find(code);
        var company = Evidences.Sayable("others", 80);
        var subject = new ExplanationSubject(Subjects.Item(), Subjects.Why([]) with { Beside = [company], Evidence = [company] });

        var composed = view.Compose(subject);

        Assert.Equal(
            view is AsTheShop or WordsOnly or BoxWithWords or BoxWithWordsAndContributions ? "liked by others" : null,
            composed.Sentence?.ToString());
        Assert.Empty(composed.Marked);
        Assert.Equal(composed.Sentence is not null, composed.Reasons is [{ Code: "evidence: others" }]);
    }

    [Fact]
    public void Equals_SameView_HoldsForTwoObjects()
    {
        Assert.Equal<ExplanationView>(new BoxOnly(), new BoxOnly());
        Assert.NotEqual<ExplanationView>(new BoxOnly(), new MapOnly());
    }
}
