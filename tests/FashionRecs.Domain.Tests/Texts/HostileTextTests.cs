using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Tests.Texts;

public class HostileTextTests
{
    [Theory]
    [InlineData("Top with a V\u00AD-neck.")]
    [InlineData("Top with a \u202EV-neck\u202C.")]
    [InlineData("Top\0 with\u0007 a V-\u200Bneck.")]
    [InlineData("\uFEFFTop with a V\u2011neck.")]
    [InlineData("Top with a “V-neck’.")]
    [InlineData("Top with a <b>V-neck</b>.")]
    public void Text_WithInvisibleCharacters_IsReadAsIfWithout(string description) =>
        Assert.Equal("neckline_design: V-Shaped", Said.By("Top", description));

    [Theory]
    [InlineData('a')]
    [InlineData('V')]
    [InlineData('领')]
    [InlineData('\uD800')]
    [InlineData('\u0308')]
    [InlineData('.')]
    [InlineData('\u202E')]
    public void Text_OfAMillionCharacters_IsReadInTime(char character) =>
        Assert.Equal("", Said.By("Top", new string(character, 1_000_000)));

    [Theory]
    [InlineData("short ")]
    [InlineData("not a long * V-neck, ")]
    [InlineData("deep V-neck at the back ")]
    [InlineData("with a ")]
    [InlineData("长袖V领没有")]
    public void Text_RepeatedToAMegabyte_IsReadAsItsBeginning(string part)
    {
        var whole = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        Assert.Equal(Said.By("Top", whole[..ProductTextReader.MostCharacters]), Said.By("Top", whole));
    }

    [Fact]
    public void Text_BeyondTheLimit_IsNotRead() =>
        Assert.Equal("sleeve_length: Long",
            Said.By("Top", "Top with long sleeves. " + new string(' ', ProductTextReader.MostCharacters) + "It has a V-neck."));

    [Fact]
    public void Reader_UsedByManyThreads_SaysTheSame()
    {
        const string Text = "Short, fitted dress in jersey with a deep V-neck and long sleeves.";
        var expected = Said.By("Dress", Text);

        Parallel.For(0, 2_000, _ => Assert.Equal(expected, Said.By("Dress", Text)));
    }
}
