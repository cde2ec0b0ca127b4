using CsCheck;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Tests.Datasets;

public class FashionAiPropertyTests
{
    private const string Good =
        "Images/a/1.jpg,skirt_length_labels,nynnnn\r\nImages/a/1.jpg,neckline_design_labels,nnymnnnnnn\nImages/b/2.jpg,neck_design_labels,vnnnn\n";

    [Fact]
    public void Read_AnyText_GivesLabelsOrSaysWhatIsWrong() => Gen.OneOf(Damage.Text, Damage.Of(Good)).Sample(IsReadOrRefused, iter: 2000);

    private static bool IsReadOrRefused(string text)
    {
        try
        {
            return FashionAiReader.Read(new StringReader(text), "labels.csv", AttributeVocabularyFile.Default)
                .All(label => label.Letters.Count(letter => letter == LabelLetter.Yes) == 1
                    && label.Letters.Count == label.Attribute.Values.Count);
        }
        catch (InvalidDataException exception)
        {
            return exception.Message.StartsWith("labels.csv, line ", StringComparison.Ordinal);
        }
    }
}
