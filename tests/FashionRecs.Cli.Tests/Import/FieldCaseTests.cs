using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Tests.Import;

/// <summary>
/// Every file of the cases that lie beside a checkout, through the import that pages and commands use, with the network that ships.
/// </summary>
public sealed class FieldCaseTests(FieldCaseTests.Network network) : IClassFixture<FieldCaseTests.Network>
{
    private const string Missing = "There is no folder ../shared/cases.";

    public static TheoryData<int> Cases { get; } = new(Enumerable.Range(0, FieldCases.Imports.Count));

    [Fact]
    public void Cases_EveryFile_IsExpectedSomewhere()
    {
        Assert.SkipWhen(FieldCase.Root is null, Missing);
        var files = Directory.EnumerateFiles(FieldCase.Root!, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(FieldCase.Root!, file).Replace('\\', '/'))
            .Where(file => !file.EndsWith("/README", StringComparison.Ordinal));

        Assert.Equal(files.Order(StringComparer.Ordinal),
            FieldCases.Imports.SelectMany(one => one.Files.Select(file => $"{one.Folder}/{file}")).Concat(FieldCases.Elsewhere)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Import_FilesOfACase_BecomeWhatIsRight(int number)
    {
        Assert.SkipWhen(FieldCase.Root is null, Missing);
        var one = FieldCases.Imports[number];
        using var shop = new TestShop(configure: services => services.AddSingleton<IPictureInspector, PictureInspector>());
        var imports = shop.Get<ICatalogImportStore>();
        var id = await imports.BeginAsync(one.Folder, "Ada");
        foreach (var file in one.Files)
        {
            await using var content = File.OpenRead(Path.Combine(FieldCase.Root!, one.Folder, file));
            await shop.Get<StagingFolder>().SaveAsync(id, file, content);
        }

        await imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]);
        await shop.Get<CatalogImportRun>().ReadAsync(id, network.Projector);
        var preview = await imports.ItemsAsync(id);
        var counts = Counts(preview);
        if (await imports.MoveAsync(id, CatalogImportState.Running, [CatalogImportState.Ready]))
        {
            await shop.Get<CatalogImportRun>().ProjectAsync(id, network.Projector);
        }

        var end = await imports.ItemsAsync(id);
        Assert.Equal(counts, Counts(end)); // What the preview says is what the import does.
        CatalogImportItem[] items = [.. end.OrderBy(item => item.Position)];
        Assert.True(one.Products.Length == items.Length,
            $"{one}: {string.Join("; ", items.Select(item => $"{item.Source}: {item.Reason}"))}");
        for (var at = 0; at < items.Length; at++)
        {
            one.Products[at].AssertOf(items[at]);
        }

        Assert.Equal(one.Products.Where(product => product.IsTaken).Select(product => product.Product).Order(StringComparer.Ordinal),
            (await shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Show_TallPicture_FitsAtEveryWidth()
    {
        Assert.SkipWhen(FieldCase.Root is null, Missing);
        var picture = File.ReadAllBytes(Path.Combine(FieldCase.Root!, "01-tall-picture", "tall-800x20000.png"));

        Assert.All([240, 480, 960], width => Assert.NotEmpty(PictureResizer.ToWebp(picture, width)));
    }

    private static (int New, int Refused) Counts(IReadOnlyList<CatalogImportItem> items) =>
        (items.Count(item => item.IsTaken), items.Count(item => item.Outcome == CatalogImportOutcome.Refused));

    public sealed class Network : IDisposable
    {
        public PictureProjector Projector { get; } = new(option: EngineOption.Auto);

        public void Dispose() => Projector.Dispose();
    }
}
