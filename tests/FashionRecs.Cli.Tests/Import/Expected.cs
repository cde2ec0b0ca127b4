using FashionRecs.Application.CatalogImport;

namespace FashionRecs.Cli.Tests.Import;

/// <summary>What is right for one row or file.</summary>
/// <param name="Product">The product, or the file that belongs to none.</param>
/// <param name="Words">Words of the refusal, or of what a person should look at; empty where nothing is to be said.</param>
internal sealed record Expected(string Product, params string[] Words)
{
    /// <summary>Whether it comes into the shop.</summary>
    public bool IsTaken { get; init; }

    /// <summary>What it is called there.</summary>
    public string? Name { get; init; }

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>Its price.</summary>
    public decimal? Price { get; init; }

    /// <summary>A row or file that is not taken, and why.</summary>
    public static Expected Refused(string product, params string[] words) => new(product, words);

    /// <summary>A row or file that becomes a product.</summary>
    public static Expected Taken(string product, string? name = null, decimal? price = null) =>
        new(product) { IsTaken = true, Name = name, Price = price };

    /// <summary>A picture that becomes a product which somebody has to look at before it is recommended.</summary>
    public static Expected Flagged(string product) => new(product, "no garment was found") { IsTaken = true };

    /// <summary>Fails where something else became of it.</summary>
    public void AssertOf(CatalogImportItem item)
    {
        Assert.Equal(Product, item.ProductId ?? item.Source);
        Assert.Equal((IsTaken, item.Reason), (item.IsTaken, item.Reason));
        Assert.All(Words, words => Assert.Contains(words, item.Reason, StringComparison.Ordinal));
        Assert.True(!IsTaken || Words.Length > 0 || item.Reason is null, item.Reason);
        Assert.True(Name is null || item.Facts?.Name == Name, item.Facts?.Name);
        Assert.True(Description is null || item.Facts?.Description == Description, item.Facts?.Description);
        Assert.Equal(IsTaken ? Price : null, item.Facts?.Price);
    }
}
