using CsCheck;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;

namespace FashionRecs.Domain.Tests.Attributes;

public class VocabularyPropertyTests
{
    private static readonly string Shipped = File.ReadAllText(AttributeVocabularyFile.ShippedPath);

    [Fact]
    public void Parse_AnyText_IsAVocabularyOrSaysWhyNot() =>
        Gen.OneOf(Damage.Text, Damage.Of(Shipped), Damage.OfJson(Shipped)).Sample(IsReadOrRefused, iter: 2000);

    private static bool IsReadOrRefused(string text)
    {
        try
        {
            var vocabulary = AttributeVocabularyFile.Parse(text, "test");
            // What is taken can be worked with.
            return vocabulary.Attributes.All(attribute => attribute.VisibleValues.Count() == attribute.Values.Count - 1)
                && vocabulary.Values.Select(value => value.Index).SequenceEqual(Enumerable.Range(0, vocabulary.Values.Count))
                && vocabulary.Values.All(value => vocabulary.TryFind(value.Attribute.Code, value.Code) == value
                    && value.Phrase.Length >= 0);
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
