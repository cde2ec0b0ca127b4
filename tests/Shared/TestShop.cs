using FashionRecs.Application;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Files;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Storage;
using FashionRecs.Storage.PostgreSql;
using FashionRecs.Storage.Sqlite;
using FashionRecs.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Tests;

/// <summary>A shop on a real database: a SQLite file of its own where none is named.</summary>
internal sealed class TestShop : IDisposable
{
    private readonly ServiceProvider services;
    private readonly TestDatabase? owned;

    public TestShop(
        string? folder = null, int lockTimeoutSeconds = 5, ShopFileWriter? files = null, CatalogImportLimits? limits = null,
        TimeProvider? time = null,
        Action<IServiceCollection>? configure = null, TestDatabase? database = null, CatalogMemory? memory = null)
    {
        owned = folder is null && database is null ? new SqliteFile() : null;
        Folder = folder ?? (owned ?? database!).Folder;
        var settings = (owned ?? database)?.Settings ?? new() { DatabasePath = Database };
        var registered = new ServiceCollection().AddSingleton<IPictureInspector, FakeInspector>()
            .AddSingleton(files ?? new ShopFileWriter())
            .AddSingleton(limits ?? new CatalogImportLimits()).AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(memory ?? HeldCatalog.Memory)
            // A crowd of few, known since a moment ago, so that tests need no hundreds of shoppers.
            .AddSingleton(new CrowdOptions { Least = 2, LeastAgeHours = 0, OncePerOrigin = false });
        configure?.Invoke(registered);
        services = registered.AddApplication()
            .AddStorage(settings with { LockTimeoutSeconds = lockTimeoutSeconds }, new SqliteProvider(), new PostgreSqlProvider())
            .BuildServiceProvider();
    }

    public string Folder { get; }
    public string Database => Path.Combine(Folder, "shop.db");
    public ShopService Shop => Get<ShopService>();
    public static AttributeVocabulary Vocabulary => AttributeVocabularyFile.Default;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static AttributeValue Value(string attribute, string value) => Vocabulary.TryFind(attribute, value)!;

    public Task<bool> AddAsync(string id, params AttributeValue[] values) => AddAsync(new FakeProjector(values), id);

    public Task<bool> AddAsync(IPictureProjector projector, string id) => Get<ProductImport>().ImportAsync(
        new ProductFacts(id, $"Product {id}", "Dress", "Garment Full body", "Ladieswear", "Black", "Solid", 9.99m, "A dress."),
        System.Text.Encoding.UTF8.GetBytes($"picture of {id}"), projector);

    public void Dispose()
    {
        services.Dispose();
        SqliteConnection.ClearAllPools();
        owned?.Dispose();
    }
}
