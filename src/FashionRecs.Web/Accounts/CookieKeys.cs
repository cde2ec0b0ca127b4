using FashionRecs.Application.Files;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Accounts;

/// <summary>Keeps the keys of cookies beside the database, so that cookies outlive a restart and move with the shop.</summary>
internal sealed class CookieKeys(ShopFolder data, ILoggerFactory log) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(data.Keys), log);
    }
}
