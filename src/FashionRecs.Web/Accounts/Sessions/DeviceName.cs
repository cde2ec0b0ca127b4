namespace FashionRecs.Web.Accounts.Sessions;

/// <summary>Calls a browser what its owner would call it, from what it says of itself.</summary>
internal static class DeviceName
{
    // The first that fits: most browsers claim to be others as well.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
            ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"),
            ("Linux", "Linux")];

    /// <summary>For example "Firefox on Windows".</summary>
    public static string Of(HttpRequest request)
    {
        var said = request.Headers.UserAgent.ToString();
        var browser = Browsers.FirstOrDefault(known => said.Contains(known.Sign, StringComparison.Ordinal)).Name ?? "Another browser";
        return Systems.FirstOrDefault(known => said.Contains(known.Sign, StringComparison.Ordinal)).Name is { } system
            ? $"{browser} on {system}" : browser;
    }
}
