using System.Diagnostics;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>
/// Where a browser comes from: one that is named or installed, else Playwright's own, else the distribution's package. Each source is tried
/// only where the one before it gave no browser that starts.
/// </summary>
internal static class BrowserSource
{
    /// <summary>Names another browser than those that are found.</summary>
    public const string Variable = "FASHIONRECS_CHROMIUM";

    /// <summary>The one without windows first: it does the same pages in two thirds of the processor time.</summary>
    private static readonly string[] Names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];

    private static readonly string[] Places =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>A downloader that cannot reach its host is not waited for longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Starts the first browser that starts.</summary>
    /// <returns>The browser, or null; and one sentence on where it comes from, or on what was tried.</returns>
    public static async Task<(IBrowser? Browser, string Sentence)> StartAsync(IPlaywright playwright)
    {
        var tried = new List<string>();
        foreach (var path in Installed(playwright))
        {
            if (await TryStartAsync(playwright, path, tried) is { } browser)
            {
                return (browser, $"The browser tests use {path}, which was here already.");
            }
        }

        if (await FetchAsync(tried) && await TryStartAsync(playwright, playwright.Chromium.ExecutablePath, tried) is { } fetched)
        {
            return (fetched, "The browser tests had no browser, so Playwright's installer brought its Chromium.");
        }

        if (await PackageAsync(tried) && Installed(playwright)
            .FirstOrDefault() is { } packaged && await TryStartAsync(playwright, packaged, tried) is { } installed)
        {
            return (installed, "The browser tests had no browser, so the distribution's package chromium was installed.");
        }

        return (null,
            $"There is no browser, and none could be brought ({string.Join("; ", tried)}); install Chromium or name one in {Variable}.");
    }

    private static IEnumerable<string> Installed(IPlaywright playwright)
    {
        var named = new[] { Variable, "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH" }.Select(Environment.GetEnvironmentVariable);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        return named.OfType<string>()
            .Concat(Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + extension))))
            .Concat(Places)
            .Append(playwright.Chromium.ExecutablePath)
            .Where(File.Exists)
            .Distinct();
    }

    private static async Task<IBrowser?> TryStartAsync(IPlaywright playwright, string path, List<string> tried)
    {
        try
        {
            return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] });
        }
        catch (PlaywrightException exception)
        {
            tried.Add($"{path} does not start: {exception.Message.Split('\n')[0].TrimEnd('.')}");
            return null;
        }
    }

    private static async Task<bool> FetchAsync(List<string> tried)
    {
        try
        {
            var code = await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(Patience);
            if (code != 0)
            {
                tried.Add($"Playwright's installer ended with {code}");
            }

            return code == 0;
        }
        catch (Exception exception) when (exception is TimeoutException or PlaywrightException)
        {
            tried.Add($"Playwright's installer: {exception.Message}");
            return false;
        }
    }

    private static async Task<bool> PackageAsync(List<string> tried)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get"))
        {
            tried.Add("there is no apt-get");
            return false;
        }

        if (!Environment.IsPrivilegedProcess)
        {
            tried.Add("only root may install packages");
            return false;
        }

        // A list that is too old names packages that are gone.
        if (await RunAsync("update", "-qq") && await RunAsync("install", "-y", "-qq", "--no-install-recommends", "chromium"))
        {
            return true;
        }

        tried.Add("apt-get could not install chromium");
        return false;
    }

    private static async Task<bool> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
        return process.ExitCode == 0;
    }
}
