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
}
