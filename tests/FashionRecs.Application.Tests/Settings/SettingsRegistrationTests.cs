using System.ComponentModel.DataAnnotations;
using FashionRecs.Application.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FashionRecs.Application.Tests.Settings;

public class SettingsRegistrationTests
{
    [Fact]
    public void AddSettings_NothingSet_KeepsTheDefaults() => Assert.Equal((0.5, 8), (Read().Part, Read().Count));

    [Fact]
    public void AddSettings_OneSet_TakesItAndKeepsTheRest()
    {
        var options = Read(("Test:Part", "0.2"));

        Assert.Equal((0.2, 8), (options.Part, options.Count));
    }

    [Fact]
    public void AddSettings_NoConfiguration_KeepsTheDefaults()
    {
        using var services = new ServiceCollection().AddSettings<Sample>("Test").BuildServiceProvider();

        Assert.Equal(8, services.GetRequiredService<Sample>().Count);
    }

    [Fact]
    public void AddSettings_RegisteredBefore_Stays()
    {
        var own = new Sample { Count = 3 };
        using var services = new ServiceCollection().AddSingleton(own).AddSettings<Sample>("Test").BuildServiceProvider();

        Assert.Same(own, services.GetRequiredService<Sample>());
    }

    [Theory]
    [InlineData("Test:Part", "1.5", "The setting Test:Part must be between 0 and 1, not 1.5.")]
    [InlineData("Test:Part", "NaN", "The setting Test:Part must be between 0 and 1, not NaN.")]
    [InlineData("Test:Count", "0", "The setting Test:Count must be at least 1, not 0.")]
    [InlineData("Test:Rate", "0", "The setting Test:Rate must be above 0 and at most 1, not 0.")]
    [InlineData("Test:Variance", "0", "The setting Test:Variance must be above 0, not 0.")]
    [InlineData("Test:Pause", "2.00:00:00", "The setting Test:Pause must be between 00:00:01 and 1.00:00:00, not 2.00:00:00.")]
    [InlineData("Test:Weights:taste", "-1", "The setting Test:Weights:taste must be at least 0, not -1.")]
    public void AddSettings_OutOfRange_IsRefusedInOneSentence(string name, string value, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<OptionsValidationException>(() => Read((name, value))).Message);

    [Fact]
    public void AddSettings_TextForANumber_IsRefusedAndNamed() =>
        Assert.Contains("'many' at 'Test:Count'", Assert.Throws<InvalidDataException>(() => Read(("Test:Count", "many"))).Message);

    private static Sample Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSettings<Sample>("Test")
            .BuildServiceProvider();
        return services.GetRequiredService<Sample>();
    }

    private sealed class Sample
    {
        [Range(0.0, 1.0)]
        public double Part { get; init; } = 0.5;

        [Range(1, int.MaxValue)]
        public int Count { get; init; } = 8;

        [Range(0.0, 1.0, MinimumIsExclusive = true)]
        public double Rate { get; init; } = 1;

        [Range(0.0, double.MaxValue, MinimumIsExclusive = true)]
        public double Variance { get; init; } = 1;

        [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
        public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(1);

        [Range(0.0, double.MaxValue)]
        public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();
    }
}
