using System.Globalization;
using System.Text;
using FashionRecs.Application.Webhooks;

namespace FashionRecs.Web.Tests.Api.Webhooks;

/// <summary>Checks messages as somebody does who gets them.</summary>
internal static class SignedMessages
{
    /// <summary>Checks that a message was signed with a secret.</summary>
    public static void IsSignedWith(this AskedRequest asked, string secret) => Assert.Equal(
        WebhookSignature.Of(secret, asked.Headers["webhook-id"], DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(asked.Headers["webhook-timestamp"], CultureInfo.InvariantCulture)), Encoding.UTF8.GetBytes(asked.Body)),
        asked.Headers["webhook-signature"]);
}
