using Bunit;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Web.Merchandising.CatalogImport;

namespace FashionRecs.Web.Tests.Merchandising;

public sealed class CatalogImportItemCardTests : IDisposable
{
    private readonly BunitContext pages = new();

    [Fact]
    public void Path_OfAFile_MayBreakAfterItsFoldersAndReadsTheSame()
    {
        var card = pages.Render<CatalogImportItemCard>(parameters => parameters.Add(part => part.Item,
            new CatalogImportItem(Guid.Empty, 0, "pictures/spring/000.jpg", CatalogImportOutcome.New)));

        var path = card.FindAll("li > span.soft").Single();
        Assert.Equal("pictures/spring/000.jpg", path.TextContent);
        Assert.Equal("pictures/<wbr>spring/<wbr>000.jpg", path.InnerHtml);
    }

    public void Dispose() => pages.Dispose();
}
