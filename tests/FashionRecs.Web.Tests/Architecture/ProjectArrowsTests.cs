using System.Reflection;
using NetArchTest.Rules;

namespace FashionRecs.Web.Tests.Architecture;

public class ProjectArrowsTests
{
    private static readonly string[] Own =
    [
        "FashionRecs.Domain", "FashionRecs.Experiments", "FashionRecs.Recommenders", "FashionRecs.Vision",
        "FashionRecs.Vision.Torch", "FashionRecs.Training", "FashionRecs.Garments",
        "FashionRecs.Tables", "FashionRecs.Application", "FashionRecs.Storage", "FashionRecs.Storage.Sqlite",
        "FashionRecs.Storage.PostgreSql", "FashionRecs.Storage.S3",
        "FashionRecs.Web", "fashionrecs",
    ];

    [Theory]
    [InlineData("FashionRecs.Domain", "")]
    [InlineData("FashionRecs.Tables", "")]
    [InlineData("FashionRecs.Experiments", "FashionRecs.Domain FashionRecs.Tables")]
    [InlineData("FashionRecs.Recommenders", "FashionRecs.Domain FashionRecs.Tables")]
    [InlineData("FashionRecs.Vision", "FashionRecs.Domain FashionRecs.Tables")]
    [InlineData("FashionRecs.Vision.Torch", "FashionRecs.Vision FashionRecs.Domain")]
    [InlineData("FashionRecs.Garments", "FashionRecs.Domain FashionRecs.Tables")]
    [InlineData("FashionRecs.Training",
        "FashionRecs.Domain FashionRecs.Tables FashionRecs.Vision FashionRecs.Vision.Torch FashionRecs.Recommenders")]
    [InlineData("FashionRecs.Application", "FashionRecs.Domain FashionRecs.Tables FashionRecs.Experiments FashionRecs.Recommenders")]
    [InlineData("FashionRecs.Storage", "FashionRecs.Application FashionRecs.Domain FashionRecs.Experiments FashionRecs.Recommenders")]
    [InlineData("FashionRecs.Storage.Sqlite", "FashionRecs.Storage FashionRecs.Application")]
    [InlineData("FashionRecs.Storage.PostgreSql", "FashionRecs.Storage FashionRecs.Application")]
    [InlineData("FashionRecs.Storage.S3", "FashionRecs.Application FashionRecs.Domain")]
    [InlineData("FashionRecs.Web", "FashionRecs.Application FashionRecs.Domain FashionRecs.Tables FashionRecs.Experiments FashionRecs.Recommenders FashionRecs.Storage FashionRecs.Storage.Sqlite FashionRecs.Storage.PostgreSql FashionRecs.Storage.S3 FashionRecs.Vision")]
    public void Project_ReferencesToOthers_FollowTheArrows(string project, string allowed)
    {
        var used = References(project).Intersect(Own);

        Assert.Empty(used.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Domain_References_AreTheFrameworkAndTwoPackages()
    {
        var foreign = References("FashionRecs.Domain")
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)
                && name is not ("netstandard" or "mscorlib" or "MathNet.Numerics"));

        Assert.Empty(foreign);
    }

    [Theory]
    [InlineData("FashionRecs.Application", "Microsoft.EntityFrameworkCore")]
    [InlineData("FashionRecs.Application", "Microsoft.AspNetCore")]
    [InlineData("FashionRecs.Application", "Microsoft.Data.Sqlite")]
    [InlineData("FashionRecs.Application", "TorchSharp")]
    [InlineData("FashionRecs.Application", "SkiaSharp")]
    [InlineData("FashionRecs.Vision", "Microsoft.EntityFrameworkCore")]
    [InlineData("FashionRecs.Vision", "TorchSharp")]
    [InlineData("FashionRecs.Storage", "Microsoft.Data.Sqlite")]
    [InlineData("FashionRecs.Storage", "Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("FashionRecs.Storage", "Npgsql")]
    [InlineData("FashionRecs.Application", "Npgsql")]
    [InlineData("FashionRecs.Web", "Npgsql")]
    [InlineData("FashionRecs.Storage", "TorchSharp")]
    [InlineData("FashionRecs.Storage", "SkiaSharp")]
    [InlineData("FashionRecs.Web", "Microsoft.EntityFrameworkCore")]
    [InlineData("FashionRecs.Web", "Microsoft.Data.Sqlite")]
    [InlineData("FashionRecs.Garments", "TorchSharp")]
    [InlineData("FashionRecs.Web", "TorchSharp")]
    [InlineData("FashionRecs.Web", "SkiaSharp")]
    public void Project_ForeignPackage_IsNotUsed(string project, string package)
    {
        Assert.DoesNotContain(References(project), name => name.StartsWith(package, StringComparison.Ordinal));
    }

    [Fact]
    public void Web_Vision_IsUsedOnlyByPictures()
    {
        var result = Types.InAssembly(typeof(FashionRecs.Web.Layout.App).Assembly)
            .That().DoNotResideInNamespaceStartingWith("FashionRecs.Web.Pictures").And().DoNotHaveName("Program")
            .ShouldNot().HaveDependencyOn("FashionRecs.Vision").GetResult();

        Assert.True(result.IsSuccessful, Names(result));
    }

    [Fact]
    public void Web_Storage_IsRegisteredAndNotUsed()
    {
        var result = Types.InAssembly(typeof(FashionRecs.Web.Layout.App).Assembly)
            .That().DoNotHaveName("Program")
            .ShouldNot().HaveDependencyOn("FashionRecs.Storage").GetResult();

        Assert.True(result.IsSuccessful, Names(result));
    }

    [Theory]
    [InlineData("Shop", "Merchandising")]
    [InlineData("Shop", "Research")]
    [InlineData("Merchandising", "Shop")]
    [InlineData("Merchandising", "Research")]
    [InlineData("Research", "Shop")]
    [InlineData("Research", "Merchandising")]
    public void Pages_OfOneRole_DoNotReachIntoAnothers(string role, string other)
    {
        var result = Types.InAssembly(typeof(FashionRecs.Web.Layout.App).Assembly)
            .That().ResideInNamespaceStartingWith($"FashionRecs.Web.{role}")
            .ShouldNot().HaveDependencyOn($"FashionRecs.Web.{other}").GetResult();

        Assert.True(result.IsSuccessful, Names(result));
    }

    private static IEnumerable<string> References(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!);

    private static string Names(NetArchTest.Rules.TestResult result) => string.Join(", ", result.FailingTypeNames ?? []);
}
