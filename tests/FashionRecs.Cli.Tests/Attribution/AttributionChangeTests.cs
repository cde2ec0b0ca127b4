using FashionRecs.Cli.Attribution;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Attribution;

namespace FashionRecs.Cli.Tests.Attribution;

public class AttributionChangeTests
{
    private static readonly BootstrapInterval Unknown = new(double.NaN, double.NaN, double.NaN);

    [Fact]
    public void Warnings_OneFigureFellFar_NamesItAlone()
    {
        var warning = Assert.Single(AttributionChange.Warnings(Report(energy: 0.6, deletion: 0.8), Report(energy: 0.4, deletion: 0.78)));

        Assert.Contains("photographs", warning);
        Assert.Contains("from 0.600 to 0.400", warning);
    }

    [Fact]
    public void Warnings_FiguresRose_AreNone() =>
        Assert.Empty(AttributionChange.Warnings(Report(energy: 0.4, deletion: 0.7), Report(energy: 0.6, deletion: 0.8)));

    [Fact]
    public void Warnings_AttributesMoveWithEachOtherMore_SaysSo()
    {
        var (sleeves, necklines) = (AttributeVocabularyFile.Default["sleeve_length"], AttributeVocabularyFile.Default["neckline_design"]);
        LeakageTable Table(float leak)
        {
            var table = new LeakageTable(AttributeVocabularyFile.Default);
            Add(table, sleeves, necklines, leak);
            Add(table, necklines, sleeves, leak + 0.1f);
            return table;
        }

        var warning = Assert.Single(AttributionChange.Warnings(Report(0.5, 0.5, Table(0.1f)), Report(0.5, 0.5, Table(2))));

        Assert.Contains("move with each other", warning);
    }

    private static void Add(LeakageTable table, GarmentAttribute changed, GarmentAttribute other, float leak)
    {
        var (from, to, kept) = (changed.Values[1], changed.Values[2], other.Values[1]);
        var after = new float[AttributeVocabularyFile.Default.Values.Count];
        (after[from.Index], after[to.Index], after[kept.Index]) = (-4, 4, leak);
        table.Add(new float[after.Length], after, from, to, [kept]);
    }

    private static AttributionReport Report(double energy, double deletion, LeakageTable? leakage = null)
    {
        BootstrapInterval Around(double mean) => new(mean, mean - 0.04, mean + 0.04);
        var figures = new AttributionFigures("photographs", "mean", 100, Around(energy), 100, Around(deletion), Unknown, Unknown, Unknown,
            Unknown, Unknown);
        return new AttributionReport("f", [figures], leakage ?? new LeakageTable(AttributeVocabularyFile.Default),
            AttributeVocabularyFile.Default, 1);
    }
}
