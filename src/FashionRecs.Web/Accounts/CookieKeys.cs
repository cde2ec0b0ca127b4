using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Accounts;

/// <summary>
/// Keeps the keys of cookies in the database, so that cookies outlive a restart, move with the shop, and count on every server.
/// </summary>
internal sealed class CookieKeys(StoredKeys keys) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = keys;
}
