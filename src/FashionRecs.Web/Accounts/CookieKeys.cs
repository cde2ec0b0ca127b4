using FashionRecs.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Accounts;

/// <summary>Keeps the keys of cookies beside the database, so that cookies outlive a restart and move with the shop.</summary>
internal sealed class CookieKeys(StorageOptions storage, ILoggerFactory log) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storage.DatabasePath))!, "keys");
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), log);
    }
}
