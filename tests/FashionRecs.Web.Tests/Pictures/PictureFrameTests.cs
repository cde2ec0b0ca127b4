using FashionRecs.Domain.Projection;
using FashionRecs.Web.Pictures;

namespace FashionRecs.Web.Tests.Pictures;

public class PictureFrameTests
{
    [Fact]
    public void Place_PictureOfTheFramesShape_IsThePartOfThePicture() =>
        Assert.Equal("left:25%;top:10%;width:50%;height:20%",
            new PictureFrame(300, 400).Place(new PixelBox(75, 40, 150, 80), framed: true));

    [Fact]
    public void Place_TallerPictureThatFills_AccountsForWhatIsCutOff()
    {
        // 160×240 fills the width; 240 pixels show as 112.5 % of the frame's height, 6.25 % lost at each end.
        var frame = new PictureFrame(160, 240);

        Assert.True(frame.Fills);
        Assert.Equal("left:0%;top:50%;width:50%;height:50%", frame.Place(new PixelBox(0, 120, 80, 120), framed: true));
    }

    [Fact]
    public void Place_WidePicture_IsShownWhole()
    {
        var frame = new PictureFrame(300, 200);

        Assert.False(frame.Fills);
        Assert.Equal("left:0%;top:25%;width:100%;height:50%", frame.Place(new PixelBox(0, 0, 300, 200), framed: true));
    }

    [Fact]
    public void Place_NarrowPicture_IsShownWhole() =>
        Assert.Equal("left:16.67%;top:0%;width:66.67%;height:100%",
            new PictureFrame(100, 200).Place(new PixelBox(0, 0, 100, 200), framed: true));

    [Fact]
    public void Place_PictureByItself_IgnoresTheFrame() =>
        Assert.Equal("left:50%;top:50%;width:50%;height:50%",
            new PictureFrame(160, 240).Place(new PixelBox(80, 120, 80, 120), framed: false));
}
