using System.Globalization;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Settings;

/// <summary>Settings that people change while the shop runs, by name. Safe to share between threads.</summary>
public sealed class SettingStore(ShopDatabase database)
{
    /// <summary>Name of the share in [0, 1] of products that a second person looks at.</summary>
    public const string SecondOpinionShare = "reviews.second-opinion-share";

    /// <summary>A setting, or null where nobody set it.</summary>
    public Task<string?> TryGetAsync(string name, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<SettingRow>().Where(row => row.Name == name).Select(row => row.Value).SingleOrDefaultAsync(cancellation), cancellation);

    /// <summary>A number, or 0 where nobody set it.</summary>
    public async Task<double> NumberAsync(string name, CancellationToken cancellation = default) =>
        double.TryParse(await TryGetAsync(name, cancellation), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Sets a setting.</summary>
    public Task SetAsync(string name, string value, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Database.ExecuteSqlAsync(
            $"INSERT INTO Settings (Name, Value) VALUES ({name}, {value}) ON CONFLICT (Name) DO UPDATE SET Value = excluded.Value", cancellation), cancellation);
}
