using System.CommandLine;
using FashionRecs.Cli.Import;
using FashionRecs.Core.Projection;
using FashionRecs.Storage;
using FashionRecs.Storage.Catalog;
using FashionRecs.Vision.Projection;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs import</c>: projects the pictures of a list of products and stores both. Importing again goes on where it stopped.</summary>
internal static class ImportCommand
{
    /// <summary>Pictures above this are refused before they are read.</summary>
    private const long LargestPicture = 25L * 1024 * 1024;

    public static Command Create()
    {
        var list = new Argument<string>("products") { Description = "CSV with the columns product, image, name and, if known, type, group, section, colour, pattern, price, description." };
        var images = new Option<string>("--images") { Description = "Folder that the image column starts from.", Required = true };
        var limit = new Option<int>("--limit") { Description = "Take only the first rows.", DefaultValueFactory = _ => int.MaxValue };
        var database = new Option<string?>("--database") { Description = $"The shop's database; default ${StorageOptions.Variable}, else the user's local application data." };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit must be at least 1.");
            }
        });
        var command = new Command("import", "Import products with their pictures into the shop.") { list, images, limit, database, weights };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var projector = new PictureProjector(parsed.GetValue(weights));
            return await RunAsync(parsed.GetValue(list)!, parsed.GetValue(images)!, parsed.GetValue(limit), parsed.GetValue(database), projector, cancellation);
        });
        return command;
    }

    /// <summary>Imports a list; <see cref="ExitCode.Partial"/> where some rows were refused.</summary>
    internal static async Task<int> RunAsync(string list, string images, int limit, string? database, IPictureProjector projector, CancellationToken cancellation)
    {
        if (!Directory.Exists(images))
        {
            throw new InvalidDataException($"There is no folder '{images}'.");
        }

        var services = new ServiceCollection().AddStorage(options => options.DatabasePath = database ?? options.DatabasePath);
        await using var provider = services.BuildServiceProvider();
        var import = provider.GetRequiredService<ProductImport>();
        var rows = ProductList.Read(list, limit).ToArray();
        var (done, changed, refused) = (0, 0, new List<string>());
        using (var progress = new ImportProgress(rows.Length, TimeProvider.System))
        {
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    changed += await import.ImportAsync(row.Facts, await PictureAsync(row, images, cancellation), projector, cancellation) ? 1 : 0;
                }
                catch (InvalidDataException exception)
                {
                    refused.Add($"line {row.Line}, product '{row.Facts.Id}': {exception.Message}");
                }

                progress.Report(++done);
            }
        }

        foreach (var reason in refused)
        {
            await Console.Error.WriteLineAsync(reason);
        }

        Console.WriteLine($"{changed} imported, {done - changed - refused.Count} unchanged, {refused.Count} refused.");
        return refused.Count == 0 ? ExitCode.Success : ExitCode.Partial;
    }

    private static async Task<byte[]> PictureAsync(ProductListRow row, string images, CancellationToken cancellation)
    {
        if (row.Refused is { } reason)
        {
            throw new InvalidDataException(reason);
        }

        var root = Path.GetFullPath(images) + Path.DirectorySeparatorChar;
        var file = new FileInfo(Path.GetFullPath(Path.Combine(root, row.Image)));
        return !file.FullName.StartsWith(root, StringComparison.Ordinal) ? throw new InvalidDataException($"the image '{row.Image}' lies outside the folder of images")
            : !file.Exists ? throw new InvalidDataException($"there is no image '{row.Image}'")
            : file.Length > LargestPicture ? throw new InvalidDataException($"the image '{row.Image}' has {file.Length / 1024 / 1024} MB; at most 25 MB are read")
            : await File.ReadAllBytesAsync(file.FullName, cancellation);
    }
}
