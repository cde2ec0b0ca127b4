namespace FashionRecs.Storage.Catalog;

/// <summary>The single row that counts changes of the catalog, so that every process knows when its copy is old.</summary>
public sealed class CatalogRevisionRow
{
    public int Id { get; set; }
    public long Revision { get; set; }
}
