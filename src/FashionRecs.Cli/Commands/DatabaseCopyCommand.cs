using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Files;
using FashionRecs.Storage;
using FashionRecs.Storage.Copying;
using FashionRecs.Storage.Database;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs database copy</c>: moves a shop from SQLite to PostgreSQL or back.</summary>
internal static class DatabaseCopyCommand
{
    private const string Words = "a SQLite file, or PostgreSQL as Host=…;Database=…;Username=….";

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = $"The shop that is copied: {Words}", Required = true };
        var to = new Option<string>("--to") { Description = $"An empty database: {Words}", Required = true };
        var command = new Command("copy", "Copy all that a shop knows into another database, and compare both row by row.") { from, to };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(from)!, parsed.GetValue(to)!, Console.Out, cancellation));
        return command;
    }

    internal static async Task<int> RunAsync(string from, string to, TextWriter output, CancellationToken cancellation)
    {
        var settings = StorageSettings.OfEnvironment();
        if (!from.Contains('=', StringComparison.Ordinal) && !File.Exists(from))
        {
            throw new InvalidDataException($"There is no file '{from}'.");
        }

        await using var source = Open(settings.At(from));
        await using var target = Open(settings.At(to));
        var (tables, rows) = await new ShopCopy(source.GetRequiredService<ShopDatabase>(), target.GetRequiredService<ShopDatabase>())
            .RunAsync((table, count) => output.WriteLine($"{table}: {count}"), cancellation);
        await output.WriteLineAsync($"{rows} rows of {tables} tables were copied, and each reads the same on both sides.");
        var (left, goes) = (source.GetRequiredService<ShopFolder>().Root, target.GetRequiredService<ShopFolder>().Root);
        if (left != goes)
        {
            await output.WriteLineAsync(
                $"Pictures, weights and keys are files and were not copied: set Storage:Folder to '{left}', or move its folders to '{goes}'.");
        }

        return ExitCode.Success;
    }

    private static ServiceProvider Open(StorageSettings settings) =>
        new ServiceCollection().AddApplication().AddShop(settings).BuildServiceProvider();
}
