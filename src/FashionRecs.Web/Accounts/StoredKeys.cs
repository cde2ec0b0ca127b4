using System.Xml;
using System.Xml.Linq;
using FashionRecs.Application.Files;
using FashionRecs.Application.Keys;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FashionRecs.Web.Accounts;

/// <summary>
/// Keys in the database. Those that an earlier version kept in the shop's folder are taken over, so that nobody is signed out. Thread-safe.
/// </summary>
internal sealed class StoredKeys(IKeyStore store, ShopFolder folder) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async () =>
    {
        foreach (var file in Directory.Exists(folder.Keys) ? Directory.GetFiles(folder.Keys, "*.xml") : [])
        {
            if (await TryReadAsync(file) is { } xml)
            {
                await store.AddAsync(Path.GetFileNameWithoutExtension(file), xml);
            }
        }

        return (await store.AllAsync()).Select(XElement.Parse).ToArray();
    });

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        await store.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting));
        return true;
    });

    /// <summary>A key of before; null where the file is none, which must not keep the others from being read.</summary>
    private static async Task<string?> TryReadAsync(string file)
    {
        var xml = await File.ReadAllTextAsync(file);
        try
        {
            _ = XElement.Parse(xml);
            return xml;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The framework asks for keys without waiting, once a day.</summary>
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
