namespace FashionRecs.Web.Api.Keys;

/// <summary>A key as it is shown once, to whoever made it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Secret">The key.</param>
/// <param name="Signing">Of a server key: what signs shoppers' numbers.</param>
public sealed record MadeApiKey(string Id, string Secret, string? Signing);
