using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace FashionRecs.Web.Layout;

/// <summary>
/// The import map of the pages (HTML Standard, 8.1.6.2): a module imports another by its plain name, and the browser fetches it from the
/// address that names its content and is kept for ever.
/// </summary>
public static class ModuleMap
{
    /// <summary>Modules that others import.</summary>
    private static readonly string[] Imported = ["js/outbox.js", "js/viewer.js"];

    /// <summary>The map as JSON.</summary>
    public static string Of(ResourceAssetCollection assets) =>
        JsonSerializer.Serialize(new { imports = Imported.ToDictionary(name => $"/{name}", name => $"/{assets[name]}") });
}
