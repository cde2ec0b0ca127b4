namespace FashionRecs.Web.Hosting;

/// <summary>How the keys of cookies are kept: the settings' section <c>Keys</c>.</summary>
public sealed class KeyOptions
{
    /// <summary>A certificate with its private key (PKCS #12) that they are encrypted with; null keeps them as they are.</summary>
    public string? Certificate { get; set; }

    /// <summary>The password of that file.</summary>
    public string? Password { get; set; }
}
