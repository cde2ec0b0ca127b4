using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;

namespace FashionRecs.Cli.Tests.Commands;

public class VocabularyDiscoverCommandTests
{
    [Fact]
    public async Task Discover_ProductsWithTextsAndPictures_WritesTableSheetAndVocabulary()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        var list = await PrepareAsync(folder, weights);

        var code = await CommandLine.RunAsync([
            "vocabulary", "discover", "--products", list, "--features", folder.File("f.npy"), "--weights", weights, "--least", "3",
            "--least-held-out", "2", "--leave-out", "thing", "--sheet", folder.File("sheet"), "--examples", "2", "--adopt", "lace",
            "--out", folder.File("new"), "--json", folder.File("words.json")]);

        Assert.Equal(ExitCode.Success, code);
        var report = JsonDocument.Parse(File.ReadAllText(folder.File("words.json"))).RootElement;
        var words = report.GetProperty("words").EnumerateArray().Select(word => word.GetProperty("word").GetString()).ToArray();
        Assert.Contains("lace", words);
        Assert.DoesNotContain("thing", words);
        Assert.DoesNotContain("black", words); // a colour is a column of the list already
        Assert.Equal(40, report.GetProperty("fitted").GetInt32() + report.GetProperty("held_out").GetInt32());
        var page = File.ReadAllText(folder.File("sheet/index.html"));
        Assert.Contains("<h2 id=\"lace\">", page, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(folder.File("sheet"), "*.map.png"));
        Assert.NotNull(AttributeVocabularyFile.Load(folder.File("new/attributes.json")).TryFind("lace", "Lace"));
        Assert.True(File.Exists(folder.File("new/attributes.safetensors")));
    }

    [Fact]
    public async Task Discover_WrongUse_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        var list = await PrepareAsync(folder, weights);
        string[] discover = ["vocabulary", "discover", "--products", list, "--weights", weights, "--features"];

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. discover, folder.File("gone.npy")]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. discover, folder.File("f.npy")])); // too few for the usual limits
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. discover, folder.File("f.npy"), "--least", "1"]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(
            [.. discover, folder.File("f.npy"), "--least", "3", "--least-held-out", "2", "--adopt", "nothing", "--out", folder.Path]));
    }

    /// <summary>Every second product is wider and has lace; their features lie in f.npy.</summary>
    private static async Task<string> PrepareAsync(TemporaryFolder folder, string weights)
    {
        var rows = Enumerable.Range(0, 40).Select(i =>
        {
            folder.Write($"Images/{i}.jpg", Pictures.Corner(i % 2 == 0 ? 120 : 60, 120));
            return $"{i},Images/{i}.jpg,Thing {i},Top,Garment,Women,Black,Solid,9.99,A black thing{(i % 2 == 0 ? " in lace" : "")}.\n";
        });
        var list = folder.Write("products.csv",
            "product,image,name,type,group,section,colour,pattern,price,description\n" + string.Concat(rows));
        Assert.Equal(ExitCode.Success, await CommandLine.RunAsync([
            "project", folder.File("Images"), "--json", folder.File("said.jsonl"), "--features", folder.File("f.npy"),
            "--weights", weights]));
        return list;
    }
}
