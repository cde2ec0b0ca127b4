using System.Buffers.Binary;
using System.Text;
using FashionRecs.Experiments.Preregistration.Fonts;

namespace FashionRecs.Experiments.Tests.Preregistration;

public class TrueTypeFontTests
{
    private static readonly byte[] File = Read();
    private static readonly TrueTypeFont Font = new(File);

    /// <summary>From the font's own metrics: 1401, 1350 and 651 of 2048.</summary>
    [Theory]
    [InlineData('A', 684)]
    [InlineData('α', 659)]
    [InlineData(' ', 318)]
    public void WidthOf_Letters_IsInThousandths(char letter, int width) => Assert.Equal(width, Font.WidthOf(Font.GlyphOf(letter)));

    [Fact]
    public void GlyphOf_WhatTheFontLacks_IsNone() => Assert.Equal(0, Font.GlyphOf('标'));

    [Fact]
    public void Subset_AnAccentedLetter_HasWhatItIsPutTogetherFromAndNothingElse()
    {
        var accented = Font.GlyphOf('ά');

        var part = Font.Subset([accented]);

        var lengths = Lengths(part);
        Assert.Equal(Font.WidthOf(accented), 1000 * BinaryPrimitives.ReadUInt16BigEndian(Table(part, "hmtx").AsSpan(4 * accented)) / 2048.0, 0.5);
        Assert.True(lengths[accented] > 0);
        Assert.True(lengths[Font.GlyphOf('α')] > 0);
        Assert.Equal(0, lengths[Font.GlyphOf('β')]);
        // The letter, alpha, the accent, and what stands for characters without a glyph.
        Assert.Equal(4, lengths.Count(length => length > 0));
        Assert.InRange(part.Length, 1, 60_000);
    }

    [Fact]
    public void Subset_ALetter_HasTheSameOutline()
    {
        var glyph = Font.GlyphOf('Ж');

        var part = Font.Subset([glyph]);

        Assert.Equal(Outline(File, glyph), Outline(part, glyph));
    }

    private static byte[] Read()
    {
        using var file = typeof(TrueTypeFont).Assembly.GetManifestResourceStream("Fonts/DejaVuSans.ttf")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Table(byte[] file, string name)
    {
        for (var at = 12; ; at += 16)
        {
            if (Encoding.ASCII.GetString(file, at, 4) == name)
            {
                var start = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 8));
                return file[start..(start + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 12)))];
            }
        }
    }

    private static byte[] Outline(byte[] file, int glyph)
    {
        var places = Table(file, "loca");
        return Table(file, "glyf")[BinaryPrimitives.ReadInt32BigEndian(places.AsSpan(4 * glyph))
            ..BinaryPrimitives.ReadInt32BigEndian(places.AsSpan(4 * (glyph + 1)))];
    }

    private static int[] Lengths(byte[] file) =>
        [.. Enumerable.Range(0, (Table(file, "loca").Length / 4) - 1).Select(glyph => Outline(file, glyph).Length)];
}
