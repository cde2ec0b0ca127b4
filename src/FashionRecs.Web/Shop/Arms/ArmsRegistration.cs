namespace FashionRecs.Web.Shop.Arms;

/// <summary>Registers what shows shoppers their arms and logs it.</summary>
internal static class ArmsRegistration
{
    public static IServiceCollection AddArms(this IServiceCollection services) => services
        .AddSingleton<ShopperArms>().AddSingleton<ExposureToken>().AddSingleton<ArmExplainer>().AddSingleton<ExposureLogger>()
        .AddSingleton<ArmLinks>().AddSingleton<PreviewCookie>().AddSingleton<ClickOutcomes>().AddSingleton<QuestionChoice>()
            .AddScoped<ArmPreview>();
}
