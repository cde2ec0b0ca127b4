namespace FashionRecs.Cli;

/// <summary>The entry point. It has a namespace so that tests that also see the web server's entry point can tell them apart.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => CommandLine.RunAsync(args);
}
