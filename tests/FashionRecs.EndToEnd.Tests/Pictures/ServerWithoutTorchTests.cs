namespace FashionRecs.EndToEnd.Tests.Pictures;

/// <summary>The tests of this project run what is published for processors.</summary>
public class ServerWithoutTorchTests
{
    [Fact]
    public void Server_ForProcessors_HoldsNoTorch()
    {
        Assert.Empty(Directory.EnumerateFiles(AppContext.BaseDirectory, "*torch*", new EnumerationOptions
        {
            RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive,
        }));
    }
}
