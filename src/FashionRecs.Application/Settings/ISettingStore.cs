namespace FashionRecs.Application.Settings;

/// <summary>Settings that people change while the shop runs, by name. Safe to share between threads.</summary>
public interface ISettingStore
{
    /// <summary>A setting, or null where nobody set it.</summary>
    Task<string?> TryGetAsync(string name, CancellationToken cancellation = default);

    /// <summary>Sets a setting.</summary>
    Task SetAsync(string name, string value, CancellationToken cancellation = default);
}
