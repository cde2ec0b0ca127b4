using FashionRecs.Domain.Text;

namespace FashionRecs.Domain.Tests.Text;

public class PhrasesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("coats", "coats")]
    [InlineData("coats skirts", "coats and skirts")]
    [InlineData("coats skirts trousers", "coats, skirts and trousers")]
    public void List_SomeWords_AreJoinedAsEnglishDoes(string words, string expected) =>
        Assert.Equal(expected, Phrases.List(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void List_OtherLastWord_StandsBeforeTheLast() => Assert.Equal("a, b or c", Phrases.List(["a", "b", "c"], "or"));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "A")]
    [InlineData("éclair Sleeve", "Éclair Sleeve")]
    public void Capital_Text_BeginsWithACapital(string text, string expected) => Assert.Equal(expected, Phrases.Capital(text));

    [Theory]
    [InlineData("by −69.7 % (95 % interval −72.6 % to +49.9 %)", "by −69.7~% (95~% interval −72.6~% to +49.9~%)")]
    [InlineData("+1.24 pp of all", "+1.24~pp of all")]
    [InlineData("193 : 193 : 214 units", "193~:~193~:~214 units")]
    [InlineData("all of 5 parts : none, a % sign, 3 pps", "all of 5 parts : none, a % sign, 3 pps")]
    public void Kept_NumbersWithUnits_AreNotParted(string text, string expected) =>
        Assert.Equal(expected, Phrases.Kept(text).Replace('\u00a0', '~'));
}
